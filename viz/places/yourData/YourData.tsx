import { useWords } from "../../state/lab.ts";
import { yourDataWords } from "./words.ts";

export default function YourData() {
  const words = useWords(yourDataWords);
  return <h1>{words.heading}</h1>;
}
