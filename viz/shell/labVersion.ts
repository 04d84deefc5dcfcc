import { version } from "../../package.json";

/** The version this page was built from; part of every file that it exports. */
export const labVersion: string = version;
