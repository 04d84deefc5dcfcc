// node scripts/lab/contactSheet.mjs [FILE.jpg|FILE.png] [FOLDER]: photographs every place of the built lab (npm run build first) in the light
// and in the dark, wide and narrow, and puts all on one sheet. With FOLDER each picture is kept there as well, at full size.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const sheet = process.argv[2] ?? "docs/images/lab.jpg";
const folder = process.argv[3];
const format = sheet.endsWith(".png") ? { type: "png" } : { type: "jpeg", quality: 72 };
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path && existsSync(path),
);
const places = ["watch", "estimate", "repeat", "tell-apart", "your-data", "learn"];
/** What a place shows after a reader has begun. */
const shown = {
  estimate: "&set.firms=1500&x.methods=B-small&x.fitted=1",
  learn: "&step=2&x.guess=4",
};
/** What is pressed before the picture, and where there is then something to see. */
const pressed = {
  repeat: { button: /^\+ 10 /, seen: ".figure canvas" },
};
const views = [
  { name: "light", width: 1280, height: 860, colorScheme: "light", language: "en" },
  { name: "dark", width: 1280, height: 860, colorScheme: "dark", language: "it" },
  { name: "narrow", width: 390, height: 860, colorScheme: "light", language: "it" },
];

const server = spawn(process.execPath, ["dist/cli.js", "lab", "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"],
});
const [line] = await once(server.stdout, "data");
const origin = String(line).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const pictures = [];
for (const place of places) {
  for (const { name, width, height, colorScheme, language } of views) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
    await page.goto(`${origin}?place=${place}&lang=${language}${shown[place] ?? ""}`);
    await page.locator("main h1").waitFor();
    const press = pressed[place];
    if (press !== undefined) {
      await page.getByRole("button", { name: press.button }).click();
      await page.locator(press.seen).first().waitFor({ timeout: 120_000 });
      await page.waitForTimeout(12_000);
      await page.mouse.move(0, 0);
    }
    await page.waitForTimeout(place in shown ? 9000 : 3500);
    const picture = await page.screenshot({ type: "png" });
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${place}-${name}.png`), picture);
    }
    pictures.push({ place, name, width, source: `data:image/png;base64,${picture.toString("base64")}` });
    await page.close();
  }
}
const page = await browser.newPage({ viewport: { width: 1460, height: 900 } });
await page.setContent(`<style>
  body { margin: 24px; background: #e9e6df; font: 600 20px system-ui; display: grid; gap: 24px; }
  section { display: flex; gap: 24px; align-items: start; }
  img { display: block; height: 400px; border-radius: 8px; box-shadow: 0 2px 10px #0003; }
</style>${places
  .map(
    (place) =>
      `<section>${pictures
        .filter((each) => each.place === place)
        .map(({ source }) => `<img src="${source}" alt="">`)
        .join("")}</section>`,
  )
  .join("")}`);
await page.waitForTimeout(500);
mkdirSync(join(sheet, ".."), { recursive: true });
writeFileSync(sheet, await page.screenshot({ ...format, fullPage: true }));
await browser.close();
server.kill("SIGINT");
