import type { DocumentSelector } from "vscode";

/** All markdown: which of it is a PRD is told by its head, and every provider gives nothing for the rest. */
export const prdMarkdown: DocumentSelector = { language: "markdown" };
