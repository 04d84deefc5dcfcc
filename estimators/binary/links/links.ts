import { complementaryLogLog } from "./complementaryLogLog.ts";
import type { BinaryLink, LinkName } from "./link.ts";
import { logit } from "./logit.ts";
import { probit } from "./probit.ts";

export const LINKS: Readonly<Record<LinkName, BinaryLink>> = { probit, logit, cloglog: complementaryLogLog };
