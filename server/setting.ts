/** The kinds of settings: each checks a text of the environment and says in French what it expects. */
import * as v from 'valibot';

export interface Setting<Value> {
  /** The variable of the environment, when it is not the key in capitals. */
  readonly name?: string;
  /** As one would type it; null when there is none. */
  readonly default: string | null;
  /** French, for README and for the sentence of a refusal. */
  readonly expects: string;
  readonly purpose: string;
  readonly schema: v.GenericSchema<string | undefined, Value>;
}

type Named<Settings> = {
  readonly [Key in keyof Settings]: Settings[Key] & { readonly name: string };
};

/** Each with its variable. Where a quantity has a unit, the name carries it. */
export const named = <Settings extends Readonly<Record<string, Setting<unknown>>>>(
  settings: Settings,
) =>
  Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [
      key,
      { name: key.replace(/[A-Z]/g, '_$&').toUpperCase(), ...setting },
    ]),
  ) as Named<Settings>;

export function whole(
  preset: number,
  [min, max]: readonly [number, number],
  purpose: string,
): Setting<number> {
  return {
    default: String(preset),
    expects: `un nombre entier de ${min} à ${max}`,
    purpose,
    schema: v.pipe(
      v.optional(v.string(), String(preset)),
      v.regex(/^\d{1,12}$/),
      v.transform(Number),
      v.minValue(min),
      v.maxValue(max),
    ),
  };
}

export const size = (preset: number, purpose: string) =>
  whole(preset, [1, 2 ** 30], `${purpose}, en octets`);

export const text = (preset: string, purpose: string): Setting<string> => ({
  default: preset,
  expects: 'un texte sans espace au début ni à la fin',
  purpose,
  schema: v.pipe(
    v.optional(v.string(), preset),
    v.check((value) => value === value.trim()),
  ),
});

/** A few words to be shown as they are; empty when nothing is set. */
export const words = (purpose: string): Setting<string> => ({
  ...text('', purpose),
  default: null,
});

/** A secret of the operator's own; long enough not to be guessed, and fit for a header. */
export const secret = (purpose: string): Setting<string | undefined> => ({
  default: null,
  expects: 'de 16 à 200 lettres, chiffres ou signes - . _ ~ + / =',
  purpose,
  schema: v.optional(v.pipe(v.string(), v.regex(/^[\w.~+/=-]{16,200}$/))),
});

export function oneOf<const Choice extends string>(
  preset: Choice,
  choices: readonly Choice[],
  purpose: string,
): Setting<Choice> {
  return {
    default: preset,
    expects: `l’un de : ${choices.join(', ')}`,
    purpose,
    schema: v.pipe(v.optional(v.string(), preset), v.picklist(choices)),
  };
}

export function origin(purpose: string): Setting<string | undefined> {
  return {
    default: null,
    expects: 'une adresse http:// ou https:// sans chemin (par exemple https://atelier.exemple.fr)',
    purpose,
    schema: v.optional(
      v.pipe(
        v.string(),
        v.check((value) => originOf(value) !== undefined),
        v.transform((value) => originOf(value) ?? value),
      ),
    ),
  };
}

/** The origin a text is, forgiving a final slash; undefined when it is anything more or else. */
function originOf(value: string): string | undefined {
  if (!URL.canParse(value)) return undefined;
  const { origin: parsed, protocol, href } = new URL(value);
  const web = protocol === 'http:' || protocol === 'https:';
  return web && href === `${parsed}/` ? parsed : undefined;
}
