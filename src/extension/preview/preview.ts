import { Disposable } from "vscode";
import type { TextDocument } from "vscode";
import type { CheckOptions } from "../../core/check/check.ts";
import { defaultConfig } from "../../core/config/config.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { Services } from "../services/services.ts";
import { drawPrd } from "./draw.ts";
import { refreshPreviews } from "./extend.ts";
import type { PrdPreview } from "./extend.ts";

/** Draws PRDs in markdown previews, whether an editor shows them or not. */
export function createPreview({ clock, library, openPrds, teams }: Services): PrdPreview & Disposable {
  /** Of documents that no editor shows. */
  const parsed = new WeakMap<TextDocument, PrdDocument>();
  const parse = (document: TextDocument, { config }: CheckOptions): PrdDocument => {
    const model = parseDocument(document.getText(), config, parsed.get(document));
    parsed.set(document, model);
    return model;
  };

  /** With default rules until the team's data have been read. */
  const optionsFor = (document: TextDocument): CheckOptions => {
    const team = openPrds.get(document)?.team ?? teams.known(document.uri);
    if (team === undefined) void teams.of(document.uri).then(refreshPreviews);
    return { config: team?.config ?? defaultConfig, today: clock.today(), rules: library.rules() };
  };

  const draw: PrdPreview["draw"] = (document) => {
    const options = optionsFor(document);
    const model = openPrds.get(document)?.model() ?? parse(document, options);
    if (model.header.field("prd") === undefined) return undefined;
    return drawPrd(model, options, library.placeOf(document.uri));
  };

  const changes = Disposable.from(teams.onDidChange(refreshPreviews), clock.onNewDay(refreshPreviews));
  return Object.assign(changes, { draw });
}
