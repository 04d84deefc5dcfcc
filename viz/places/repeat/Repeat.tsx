import { useWords } from "../../state/lab.ts";
import { repeatWords } from "./words.ts";

export default function Repeat() {
  const words = useWords(repeatWords);
  return <h1>{words.heading}</h1>;
}
