import assert from "node:assert/strict";
import { storyLabel } from "../../../src/core/words/story.ts";

describe("the label of a story", () => {
  const stories: [string, string][] = [
    [
      "As a clerk, I want to merge two clients so that bills are right",
      "Merge two clients so that bills are right",
    ],
    ["As a Cloud Provider Admin I want to create tiers", "Create tiers"],
    ["As an operator, I would like to be able to stop a job", "Stop a job"],
    ["as the owner of a practice, I need a list of debtors", "A list of debtors"],
    ["As a user, I'd like to sign in", "Sign in"],
    ["As a vet I can see who is next", "See who is next"],
    ["Als Tierärztin möchte ich den nächsten Termin sehen", "Den nächsten Termin sehen"],
    ["Como analista, quiero elegir un día", "Elegir un día"],
    ["Como gerente, eu quero ver os pedidos", "Ver os pedidos"],
    ["En tant que cliente, je souhaite pouvoir annuler", "Annuler"],
    ["En tant qu’agent, j’aimerais relire la fiche", "Relire la fiche"],
    ["Come medico, vorrei vedere la cartella", "Vedere la cartella"],
    ["Als planner wil ik een dag kiezen", "Een dag kiezen"],
    ["管理者として、注文を検索したい", "注文を検索したい"],
    ["作为管理员，我想要查看订单", "查看订单"],
    ["관리자로서, 나는 주문을 검색한다", "주문을 검색한다"],
  ];
  for (const [title, label] of stories) it(title, () => assert.equal(storyLabel(title), label));

  const others = [
    "Filter exports by date",
    "As a rule, exports are queued",
    "As a clerk, I want to",
    "Assign an owner",
    "Also show the I want list",
    "Comodity prices are shown",
    "",
  ];
  for (const title of others)
    it(`stays: ${JSON.stringify(title)}`, () => assert.equal(storyLabel(title), title));
});
