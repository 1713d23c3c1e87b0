import { rounds } from "../../../long.ts";
import { play } from "./play.ts";

/** `SEAMWORK_FUZZ_SEED=n` replays one seed; `SEAMWORK_FUZZ_SEEDS=n` plays the first n. */
const one = process.env["SEAMWORK_FUZZ_SEED"];
const count = Number(process.env["SEAMWORK_FUZZ_SEEDS"] ?? rounds(60, 600));
const seeds = one === undefined ? Array.from({ length: count }, (_, i) => i) : [Number(one)];

describe("binding fuzz", () => {
  it(`three people at once, ${seeds.length} seeds`, async function () {
    this.timeout(600_000);
    const sum = { signs: 0, tried: 0, refused: 0, twins: 0 };
    for (const seed of seeds) {
      try {
        const { signs, tried, refused, twins } = await play(seed);
        sum.signs += signs;
        sum.tried += tried;
        sum.refused += refused;
        sum.twins += twins;
      } catch (error) {
        const replay = `SEAMWORK_FUZZ_SEED=${seed} npm run test:unit -- --grep "binding fuzz"`;
        throw new Error(`Seed ${seed} failed. To see it again: ${replay}`, { cause: error });
      }
    }
    console.log(`      ${JSON.stringify(sum)}`);
  });
});
