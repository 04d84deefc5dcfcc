// npm run build:lab: the hosted site into dist/lab, and dist/bandwagon-lab.html, one file for a USB stick.
import { writeLicenses } from "./bundledLicenses.mjs";
import { buildLab } from "./lab/buildLab.mjs";

const { hosted } = await buildLab("dist/lab", "dist/bandwagon-lab.html");
writeLicenses("dist/lab/THIRD-PARTY-LICENSES.txt", Object.keys(hosted.inputs));
console.log("dist/lab/ for a web server, dist/bandwagon-lab.html for a file");
