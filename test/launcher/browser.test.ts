import assert from "node:assert/strict";
import { browserOf, shortAddresses } from "../run/browser.js";

type Machine = Parameters<typeof browserOf>[0];

describe("the browser that npm start opens", () => {
  const machine = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...programs: string[]): Machine => ({
    platform,
    env,
    onPath: (program) => (programs.includes(program) ? `/usr/bin/${program}` : undefined),
  });
  const screen = { DISPLAY: ":0" };
  const cases: [string, Machine, readonly string[] | undefined][] = [
    ["is the system's on a Mac", machine("darwin", {}), ["open"]],
    ["is the system's on Windows", machine("win32", {}), ["explorer"]],
    ["is the desktop's on Linux", machine("linux", screen, "xdg-open", "firefox"), ["xdg-open"]],
    ["is Windows' own, from its Linux", machine("linux", screen, "wslview"), ["wslview"]],
    [
      "is one that is there, where the desktop names none",
      machine("linux", screen, "chromium"),
      ["chromium"],
    ],
    ["is GNOME's, which wants a word more", machine("linux", screen, "gio"), ["gio", "open"]],
    [
      "is what $BROWSER names, on a machine without a screen too",
      machine("linux", { BROWSER: "/opt/open-here" }),
      ["/opt/open-here"],
    ],
    [
      "is the first that is there of what $BROWSER names",
      machine("linux", { BROWSER: "lynx:w3m" }, "w3m"),
      ["w3m"],
    ],
    ["is none without a screen", machine("linux", {}, "xdg-open", "firefox"), undefined],
    ["is none where no program is there", machine("linux", screen), undefined],
  ];
  for (const [name, of, expected] of cases) it(name, () => assert.deepEqual(browserOf(of), expected));
});

describe("short addresses", () => {
  it("lead to the long ones, and to nothing else", async () => {
    const long = "http://127.0.0.1:1/?folder=a&payload=b";
    const { address, stop } = await shortAddresses({ pm: long, eng: "http://127.0.0.1:2/" });
    try {
      assert.match(address("pm"), /^http:\/\/127\.0\.0\.1:\d+\/pm$/);
      const ask = async (name: string): Promise<Response> => fetch(address(name), { redirect: "manual" });
      const found = await ask("pm");
      assert.deepEqual([found.status, found.headers.get("location")], [302, long]);
      const lost = await ask("toString");
      assert.equal(lost.status, 404);
      assert.match(await lost.text(), /\/pm and \/eng/);
    } finally {
      stop();
    }
  });
});
