/** A wall as it is, after all that one came for: its file is asked for once it is near the screen. */
import { homeWords } from '../../../shared/text/fr/home.ts';
import { useWords } from '../../state/words.ts';

const source = new URL('../../../shared/demo/tableau.webp', import.meta.url).href;

export function RealPicture() {
  const home = useWords(homeWords);
  return (
    <img
      className="home-picture"
      src={source}
      alt={home.pictureOf}
      width={1440}
      height={900}
      loading="lazy"
      decoding="async"
    />
  );
}
