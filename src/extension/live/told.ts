import { ProgressLocation, window } from "vscode";

/** Shows that something takes its time. */
export async function working<Value>(title: string, work: () => Promise<Value>): Promise<Value> {
  return window.withProgress({ location: ProgressLocation.Notification, title }, work);
}

/** Whatever goes wrong is said in its one sentence. */
export async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void window.showWarningMessage(error instanceof Error ? error.message : String(error));
  }
}
