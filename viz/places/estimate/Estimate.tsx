import { useWords } from "../../state/lab.ts";
import { estimateWords } from "./words.ts";

export default function Estimate() {
  const words = useWords(estimateWords);
  return <h1>{words.heading}</h1>;
}
