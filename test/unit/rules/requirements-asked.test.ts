import assert from "node:assert/strict";
import { apart } from "../../../src/core/check/group.ts";
import { cpuOf } from "../cpu.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { checked } from "./checked.ts";
import type { Circumstances } from "./checked.ts";

/** The ids in the messages of one rule. */
function asked(code: `PRD${number}`, text: string, how: Circumstances = {}): string[] {
  return checked(code, exampleDocument(text), { as: "agreed", ...how })
    .problems.flatMap(apart)
    .map(({ message }) => /[A-Z]{1,5}-?\d+(?:\.\d+)*/.exec(message)?.[0] ?? message);
}

const children = `### FR6: Draw a hall

- **Why:** 140 of 190 houses change the hall.

#### FR6.1: Rows that bend

- **Edge cases:**
  - **E1** Two rows cross: show both in red.

#### FR6.2: Seats for wheelchairs

##### FR6.2.1: Two companions
`;

describe("PRD101 to PRD107 ask about each gap once", () => {
  it("takes what a parent says for its children, and asks the parent where it says nothing", () => {
    assert.deepEqual(asked("PRD101", children), []);
    assert.deepEqual(asked("PRD105", children), ["FR6"]);
    assert.deepEqual(asked("PRD107", children), ["FR6"]);
  });

  it("takes what all children say for their parent", () => {
    const two = `- **FR7** Copy a hall
  - **FR7.1** A hall can be copied.
    - **Why:** halls differ in one row.
  - **FR7.2** A copy has a name.
    - **Why:** two halls called Studio were sold twice.
`;
    assert.deepEqual(asked("PRD101", two), []);
    assert.deepEqual(asked("PRD101", two.replace("**Why:** halls differ", "**Note:** halls differ")), [
      "FR7",
    ]);
  });

  it("asks no story for a why that has its so-that, also over two lines", () => {
    const stories = `- **US-1** As a reader, I want a list so that I see it.
- **US-2** As a librarian, I want to refuse a transfer,
  so that it is not damaged further.
- **US-3** As a librarian I can print the list.
`;
    assert.deepEqual(asked("PRD101", stories), ["US-3"]);
  });

  it("counts the facets of a row that summarises a heading", () => {
    const text = `| ID | Requirement | Rationale |
| --- | --- | --- |
| R1 | Filter by date range | finance closes on calendar months |

### R1 · Filter by date range

An analyst can pick a start and an end date.
`;
    assert.deepEqual(asked("PRD101", text), []);
    assert.deepEqual(asked("PRD103", text), ["R1"]);
  });
});

describe("PRD101 on a bound", () => {
  it("is quiet whether the bound is said in words or with a sign", () => {
    assert.deepEqual(asked("PRD101", "- **R1** Finding a parcel must be done within 300 ms\n"), []);
    assert.deepEqual(asked("PRD101", "- **R1** Finding a parcel: < 300 ms round-trip\n"), []);
    assert.deepEqual(asked("PRD101", "- **R1** Parcels can be found by their street\n"), ["R1"]);
  });
});

describe("PRD105 and what ends by itself", () => {
  for (const sentence of [
    "A download link expires after 1 hour",
    "Photos of parcels are deleted after 30 days",
    "Der Link läuft nach 2 Stunden ab",
    "El enlace caduca después de 2 horas",
  ]) {
    it(`needs no check beside the bound: ${sentence}`, () => {
      assert.deepEqual(asked("PRD105", `- **R1** ${sentence}\n`), []);
    });
  }

  for (const sentence of ["A link expires after some hours", "Clerks still print labels after 30 days"]) {
    it(`is asked about: ${sentence}`, () => {
      assert.deepEqual(asked("PRD105", `- **R1** ${sentence}\n`), ["R1"]);
    });
  }
});

describe("PRD105 and acceptance sections", () => {
  const items = Array.from({ length: 4 }, (_, index) => `- **FR-${index + 1}:** Thing ${index + 1}.\n`).join(
    "",
  );
  const document = (lines: string): string =>
    exampleDocument(`## Requirements\n\n${items}\n## 4. Acceptance Criteria\n\n${lines}`);

  it("asks once, on the heading, while no line names a requirement", () => {
    const { places } = checked("PRD105", document("- [ ] It works.\n- [ ] OSAC-23 works.\n"), {
      as: "agreed",
    });
    assert.deepEqual(places.length, 1);
    assert.match(places[0] ?? "", /4\. Acceptance Criteria$/);
  });

  it("asks for the requirements that no line names as soon as one does; a range names those within it", () => {
    const askedFor = (line: string): string[] =>
      checked("PRD105", document(`- [ ] ${line}\n- [ ] Something else.\n`), { as: "agreed" }).messages.map(
        (message) => message.slice(0, 4),
      );
    assert.deepEqual(askedFor("FR-1 and FR3: they work."), ["FR-2", "FR-4"]);
    assert.deepEqual(askedFor("FR-1–FR-3: they work."), ["FR-4"]);
  });

  it("asks nothing where every requirement has a line of its own", () => {
    const text = "- **FR-1:** Thing.\n  - **Accept:** it prints.\n";
    const whole = exampleDocument(`## Requirements\n\n${text}\n## Acceptance Criteria\n\n- [ ] All works.\n`);
    assert.deepEqual(checked("PRD105", whole, { as: "agreed" }).messages, []);
  });

  it("asks about all requirements where the section is empty", () => {
    const [problem] = checked("PRD105", document("Later.\n"), { as: "agreed" }).problems;
    assert.equal(problem?.related?.length, 4);
  });
});

describe("PRD107 and constraints that stand apart", () => {
  const document = (head: string): string => `## Requirements

- **R1** One.
- **R2** Two.
- **R3** Three.
- **R4** Four.

## Constraints

- **C1** (security, @mara, 2026-07-20${head}): links expire after 24 hours.
`;
  it("counts those that the constraint names, with the ones within a range", () => {
    assert.deepEqual(asked("PRD107", document("; R1–R3")), ["R4"]);
    assert.deepEqual(asked("PRD107", document("; R1, R4")), ["R2", "R3"]);
    // Where none is named, one question says so; which of them is limited nobody can tell.
    const { messages } = checked("PRD107", exampleDocument(document("")), { as: "agreed" });
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? "", /^Which requirement does each of these limits concern\?/);
  });
});

describe("PRD103", () => {
  it("does not ask what holds of everything for edge cases", () => {
    assert.equal(asked("PRD103", "- **FR-1** Print a label\n").length, 1);
    assert.deepEqual(
      asked("PRD103", "- **NFR-1** Pages open within 1 s\n- **RNF-02** Backups each night\n"),
      [],
    );
  });
});

describe("PRD103 and PRD107 and what is no question of its own", () => {
  const both = (text: string): string[][] => [asked("PRD103", text), asked("PRD107", text)];

  it("do not ask what stands below a heading for the whole product, unless it is a story", () => {
    for (const heading of [
      "Performance",
      "Security & privacy",
      "Nichtfunktionale Anforderungen",
      "性能需求",
    ]) {
      const text = `## Requirements\n\n### ${heading}\n\n- **R1** The page opens quickly.\n`;
      assert.deepEqual(both(text), [[], []], heading);
    }
    const story = "## Requirements\n\n### Security\n\n- **R1** As a clerk, I want to lock my desk.\n";
    assert.deepEqual(both(story), [["R1"], ["R1"]]);
  });

  const hall = "## Requirements\n\n### Halls\n\n";

  it("ask what only says more of a heading once, and of an item not at all", () => {
    const text = `${hall}- Plan of the hall\n  - Rows in red, from the first to the last one sold\n- List of seats\n\n### Tickets\n\n- Ticket on paper\n`;
    for (const messages of both(text)) {
      assert.equal(messages.length, 2);
      assert.match(messages.join(), /Plan of the hall.*Ticket on paper/);
    }
    const long = `${hall}- Plan of the hall\n- A list of all seats that were sold in the last week\n`;
    for (const messages of both(long)) assert.equal(messages.length, 1);
  });

  it("ask each item of a list of features, and each that must be", () => {
    for (const messages of both("## Requirements\n\n- Plan of the hall\n- List of seats\n"))
      assert.equal(messages.length, 2);
    for (const messages of both(`${hall}- The plan must fold\n- The list must print\n`))
      assert.equal(messages.length, 2);
  });

  it("ask no such item beside a story", () => {
    const text = `${hall}- **US-1** As a clerk, I want a plan.\n\n**Plan:**\n\n- Rows in red\n`;
    assert.deepEqual(both(text), [["US-1"], ["US-1"]]);
  });
});

describe("PRD106", () => {
  const count = (sentence: string): number => asked("PRD106", `- **R1** ${sentence}\n`).length;

  for (const sentence of [
    "The desk must see the list, move an owner up, take an owner off and print the list for the evening.",
    "Users can upload a photo, crop it, and share the result, and they must be able to delete any photo.",
    "A manager must approve the request; the manager can also assign a reviewer, add a note and notify the team.",
    "The owner should be able to invite members, remove members and rename the workspace.",
    "Analysts can save a filter, share the filter with the team, and export the rows behind it.",
    "The page must show the balance. Customers can download a statement. They can also cancel the card.",
    "The system shall validate the address, calculate the price, log the request and return a label.",
    "The gateway must authenticate the caller, enforce quotas, and emit a usage event.",
    "The system must send a mail, show a banner and notify the owner.",
    "Registration with approval, suspension and password reset",
    "A clerk can ask the bot with /today, /late and /lost.",
    "The agent can print labels that carry a code, cancel a parcel, move a parcel and add a note.",
    "Vouchers are bound to one shop, have no expiry, and are applied at the till.",
    "The depot measures three things: waiting time, share of late parcels, and cost per parcel.",
    "Places are limited for all tours. Later guests join a waiting list. Guides set the limit. A place is taken in one step.",
    "Benutzer können Etiketten drucken, Pakete verfolgen und Adressen ändern.",
    "Gestión de envíos: registro con aprobación, cancelación y exportación de etiquetas.",
    "El administrador puede configurar el precio del envío, los puntos por paquete y la tasa de canje.",
    "用户可以注册、登录和重置密码。",
    "系統必須提供照片上傳、訂單審核以及報表匯出功能。",
    "利用者は登録、ログイン及びパスワード再設定ができる。",
    "관리자는 회원 승인, 비밀번호 재설정 및 목록 내보내기를 할 수 있다.",
  ]) {
    it(`is asked about: ${sentence}`, () => {
      assert.equal(count(sentence), 1);
    });
  }

  for (const sentence of [
    "Admins can create, update, and delete version catalog entries.",
    "The system must validate the range and return an error.",
    "`CreateStorageTier` must accept a tier name, optional description, and one or more backend associations.",
    "The list must show the name, list price, order number and report date of each row.",
    "The export must be rejected when the range is empty, the user has closed the page or the file cannot be saved.",
    "A reader can send a book so that the branch can pick it, show it and lend it.",
    "The reader must not see the notes, add a note or remove a note.",
    "Deleted tiers must be excluded from lists but preserved for audit, and delete must be rejected if a tenant uses them.",
    "Labels are printed in the test, staging and production depots.",
    "The clerk sees recent parcels, the price history, and open complaints.",
    "A board shows the waiting parcels of the day, the price history, and open complaints.",
    "The depot shall send a `Parcel` with canonical address fields, `fragile: true`, an empty note, and one valid label.",
    "The scanner handles torn labels, wet parcels, unknown codes, and lost connections safely.",
    "The clerk sees a menu with links to: Waiting Parcels, Late Parcels, and Lost Letters.",
    "The printer must make labels that use the house font, follow the margins, and carry a return address.",
    "Given the depot keeps parcel photos, old labels, and street maps, when a clerk looks, then the size is shown.",
    "Let's finish what we began, let's set new depots aside and ship the old ones.",
    "Ten points pay for one label. Minimum: 10 points. Maximum a month: 50 points. No points are paid for letters.",
    "A change keeps only the additions, modifications and removals of a list.",
    "Drafts, old labels and lost parcels are kept for a year.",
    "Each card shows the street name, the house number and the last visit.",
    "A clerk can edit their display name, home depot and working hours.",
    "The list shows new parcels, lost parcels and returned parcels.",
    "A clerk wants a short, friendly and polite letter.",
    "Parcels are sorted by delivery date, postal code and depot name.",
    "Labels work with the old printer, the new printer and the app.",
    'A clerk can choose a day: "This week", "Next week" and "Later".',
    "As a clerk, I want a list of parcels and labels, so that I can find, sort and print them.",
    "On a phone the drawer must be the only way to the list, the printer choice and the help page.",
    "Clerks test without a printer: what the desk shows, how the list reacts, and that parcels leave.",
    "Benutzer können Etiketten anlegen, ändern und löschen.",
    "管理员可以新增、编辑和删除商品。",
    "系统必须显示名称、价格和日期。",
    "系统必须支持 Windows、macOS 和 Linux。",
    "系统必须支持微信、支付宝和银行卡。",
    "系统必须支持日志管理，包括错误通知、数据备份和配置同步。",
    "一覧は名前、価格及び日付を表示できる。",
    "관리자는 회원을 등록, 수정 및 삭제할 수 있다.",
    "An analyst can pick a start and an end date, and the export must hold only rows created between them.",
  ]) {
    it(`is not asked about: ${sentence}`, () => {
      assert.equal(count(sentence), 0);
    });
  }
});

describe("PRD106 on a story", () => {
  it("counts no sentences: they tell how somebody works", () => {
    const story =
      "A guest opens the page. Places are shown. The guest picks one. A place is taken in one step.";
    assert.equal(asked("PRD106", `### R1 · Book a tour\n\n${story}\n`).length, 0);
    assert.equal(asked("PRD106", `- **R1** ${story}\n`).length, 1);
  });
});

describe("PRD106 in Chinese", () => {
  it("splits at the marks of its lists, and leaves what stands in brackets alone", () => {
    const text = exampleDocument("- **R1** 用户可以注册（手机、邮箱和微信）、登录和重置密码。\n");
    assert.match(
      checked("PRD106", text, { as: "agreed" }).messages[0] ?? "",
      /^R1 seems to ask for three things/,
    );
  });
});

describe("PRD106 on a sentence without an end", () => {
  it("is quick", () => {
    const text = `- **R1** The depot measures ${"parcels, letters and labels ".repeat(20_000)}\n`;
    assert.ok(cpuOf(() => asked("PRD106", text)) < 2000);
  });
});

describe("PRD102", () => {
  const said = (why: string): number =>
    asked("PRD102", `### R1 · Filter exports by date\n\n- **Why:** ${why}\n`).length;

  it("notices the title in other words", () => {
    assert.equal(said("so that exports can be filtered by date"), 1);
    assert.equal(said("Users want to filter their exports by date."), 1);
  });

  it("leaves a why alone that brings anything of its own", () => {
    assert.equal(said("finance closes on calendar months"), 0);
    assert.equal(said("41% of export tickets ask for a filter by date"), 0);
    assert.equal(said("exports without a date filter time out at our largest customers"), 0);
  });
});
