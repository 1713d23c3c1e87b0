import { commands } from "vscode";
import { asMe } from "../asked.ts";
import { clickInWebview, faultsOf, inWebview } from "../driver.ts";
import { cleanUp, openNew, replace, until } from "../editor.ts";
import { body, chooseFirstTab, conversation, path, prd, says, shows } from "../panel.ts";

/** Without Node: what is behind the panel is one file that VS Code loads into a worker. */
describe("the readiness panel in the web worker host", function () {
  this.timeout(60_000);

  before(async () => {
    await asMe("@lena");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  beforeEach(chooseFirstTab);
  afterEach(() => cleanUp(path));
  after(async () => {
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("shows the PRD, follows what is typed, and does what its buttons say @smoke", async () => {
    const { document } = await openNew(path, prd("Waiting list", body));
    await shows(/Waiting list.*Lena Ortiz.*Mara Lind.*R1 Join.*R2 Leave.*C1 waits for product/);
    await replace(document, "name: Waiting list", "name: Another name");
    await shows(/Another name/);
    await clickInWebview("view", conversation("C1 waits", "Accept"));
    await says(document, /200 owners a day\. Accepted @lena \d{4}-\d\d-\d\d\./);
    await until(
      async () => (await inWebview("view", "document.querySelector('.authors') === null")) === true,
      "nobody is named as an author where there is no git",
    );
  });

  it("lists all PRDs in its other tab, and stands in a tab of its own without a fault of axe-core", async () => {
    await openNew(path, prd("Waiting list", body));
    await commands.executeCommand("seamwork.openReadiness");
    await shows(/C1 waits/, "tab");
    await clickInWebview("tab", "#tab-library");
    await shows(/PRD-001.*PRD-700/, "tab");
    const faults = await faultsOf("tab");
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
});
