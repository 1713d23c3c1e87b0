import type { Disposable, ExtensionContext } from "vscode";
import { featuresAtOnce, featuresForPrds } from "./features.ts";
import type { Platform } from "./platform.ts";
import { createServices } from "./services/services.ts";

/**
 * Makes what features share, and registers the features: those that a person can call at once, all others when the
 * first PRD is seen, so that other markdown files never wait for us.
 */
export function activateOn(context: ExtensionContext, platform: Platform): void {
  const services = createServices(context, platform);
  context.subscriptions.push(services);
  for (const register of featuresAtOnce) context.subscriptions.push(register(services));

  const seen: Disposable = services.openPrds.onDidChange(() => {
    seen.dispose();
    services.library.start();
    for (const register of featuresForPrds) context.subscriptions.push(register(services));
  });
  context.subscriptions.push(seen);
}
