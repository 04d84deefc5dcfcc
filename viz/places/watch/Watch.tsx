import { useWords } from "../../state/lab.ts";
import { watchWords } from "./words.ts";

export default function Watch() {
  const words = useWords(watchWords);
  return <h1>{words.heading}</h1>;
}
