import { useLab, useWords } from "../state/lab.ts";
import { Guard } from "../ui/Guard.tsx";
import { Notices } from "../ui/Notices.tsx";
import { EmbedBar } from "./EmbedBar.tsx";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { PlaceView } from "./PlaceView.tsx";
import { shellWords } from "./words.ts";

/** The page: header, the chosen place, footer; in slides and course pages the place alone with a way out. */
export function App() {
  const { place, embed } = useLab().state.value;
  const words = useWords(shellWords);
  return (
    <>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      {!embed && <Header />}
      <Notices />
      <main id="content" tabIndex={-1} class={`place ${place}`}>
        <Guard key={place} message={words.broke}>
          <PlaceView place={place} />
        </Guard>
      </main>
      {embed ? <EmbedBar /> : <Footer />}
    </>
  );
}
