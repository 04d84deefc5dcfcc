import { useWords } from "../../state/lab.ts";
import { tellApartWords } from "./words.ts";

export default function TellApart() {
  const words = useWords(tellApartWords);
  return <h1>{words.heading}</h1>;
}
