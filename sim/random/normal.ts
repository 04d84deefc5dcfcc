export { normalCdf, normalQuantile } from "../../estimators/numerics/normal.ts";
