/** The window of keys: what it says around them. */
export const keysFr = {
  text: 'Une touche suffit, hors des champs de texte. Elles se coupent dans le menu, à « Touches à une lettre ».',
  areOff: 'Les touches à une lettre sont coupées sur cet appareil.',
  switchOn: 'Les remettre',
} as const;

export const keysWords = { part: 'keys', fr: keysFr } as const;
