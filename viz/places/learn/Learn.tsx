import { useWords } from "../../state/lab.ts";
import { learnWords } from "./words.ts";

export default function Learn() {
  const words = useWords(learnWords);
  return <h1>{words.heading}</h1>;
}
