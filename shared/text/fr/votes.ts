import { frFinished, frPlural } from '../texts.ts';

const dots = (count: number) => frPlural(count, 'gommette', 'gommettes');

/** Votes by gommettes: casting, leading a round, reading its ranking. */
export const votesFr = {
  dots,
  left: (left: number, budget: number) =>
    left === 0 ? 'Toutes vos gommettes sont posées' : `Il vous reste ${dots(left)} sur ${budget}`,
  cap: (cap: number) => `${cap} au plus par action`,
  forSeats: (seats: number) => `Vous votez pour ${frPlural(seats, 'personne', 'personnes')}`,
  forDirection: 'Votre direction partage ces gommettes',
  hidden: 'Personne ne voit les votes avant la clôture. Vous pouvez les reprendre jusque-là.',
  hiddenOutside:
    'Personne d’autre ne voit les votes avant la clôture. Vous pouvez les reprendre jusque-là.',
  away: (count: number) =>
    frPlural(
      count,
      'de vos gommettes est sur une action écartée, regroupée ou déplacée depuis',
      'de vos gommettes sont sur des actions écartées, regroupées ou déplacées depuis',
    ),
  takeBack: 'Reprendre',
  notNow: 'Le vote reprend quand l’animation le décide.',
  add: (number: string) => `Poser une gommette sur l’action ${number}`,
  remove: (number: string) => `Reprendre une gommette de l’action ${number}`,
  mine: (count: number) => `Vos gommettes ici : ${count}`,
  put: (title: string, count: number, left: number) =>
    `${dots(count)} sur « ${title} », il en reste ${left}.`,
  results: (title: string) => `Résultats : ${title}`,
  deal: 'Répartir les fiches',
  seeRanking: 'Voir le classement',
  resultOn: (total: number, rank: number) =>
    `${dots(total)}, ${rank === 1 ? '1re' : `${rank}e`} du classement`,
  rankingTitle: 'Classement',
  rounds: 'Votes',
  roundDefault: (number: number) => `Vote ${number}`,
  asPicture: 'En image',
  asTable: 'En tableau',
  display: 'Affichage',
  rank: (rank: number, tied: boolean) =>
    `${rank === 1 ? '1re' : `${rank}e`}${tied ? ' ex æquo' : ''}`,
  rankHead: 'Rang',
  action: 'Action',
  remote: 'Gommettes',
  room: 'Salle',
  total: 'Total',
  voices: 'Voix des directions',
  gap: 'Écart',
  sides: (room: number, remote: number) => `salle ${room} + gommettes ${remote}`,
  /** @param rank where the action would stand if each direction had one voice */
  gapWords: (rank: number, gap: number) =>
    gap === 0
      ? 'au même rang si chaque direction avait une voix'
      : `${rank === 1 ? '1re' : `${rank}e`} si chaque direction avait une voix`,
  noVotes: 'Aucune gommette n’a été posée.',
  voicesHelp:
    'Par directions : chaque direction ou acteur a une voix, partagée entre les actions que ses membres ont choisies.',
  ballots: (ballots: number, groups: number) =>
    `${frPlural(ballots, 'bulletin', 'bulletins')}, ${frPlural(groups, 'direction ou acteur', 'directions ou acteurs')}`,
  none: 'Aucun vote n’est ouvert.',
  open: 'Ouvrir un vote…',
  openTitle: 'Ouvrir un vote',
  openNow: 'Ouvrir le vote',
  name: 'Nom du vote',
  budget: 'Gommettes pour chacun',
  capField: 'Au plus sur une même action',
  capHigh: 'Pas plus que le nombre de gommettes.',
  basis: 'Qui a des gommettes ?',
  basisPerson: 'Chaque personne',
  basisDirection: 'Chaque direction',
  basisHelp: {
    person: 'Le scribe d’une table vote pour toute sa table.',
    direction: 'Les membres d’une direction partagent ses gommettes : une voix égale pour chacune.',
  },
  scope: 'Sur quelles priorités ?',
  scopeAll: 'Toutes les priorités',
  scopeNone: 'Choisissez au moins une priorité.',
  number: (max: number) => `Un nombre entier de 1 à ${max}.`,
  handsNumber: (max: number) => `Un nombre entier de 0 à ${max}.`,
  progress: frFinished,
  close: 'Clore le vote…',
  closeTitle: 'Clore ce vote ?',
  closeText:
    'Les totaux seront montrés à tous. Un vote clos ne se rouvre pas, mais vous pourrez en ouvrir un second.',
  missing: (people: readonly string[]) => `N’ont pas dit avoir fini : ${people.join(' ; ')}.`,
  missingCount: (count: number) => `${count} personnes n’ont pas dit avoir fini.`,
  closeNow: 'Clore et montrer les résultats',
  keepOpen: 'Laisser ouvert',
  handsCounted: (count: number) =>
    `${frPlural(count, 'personne sans appareil vote', 'personnes sans appareil votent')} déjà par leur table : ne comptez pas leurs mains.`,
  hands: 'Votes de la salle…',
  handsTitle: 'Votes de la salle, à main levée',
  handsText:
    'Comptez les mains de celles et ceux qui n’ont pas d’écran. Ces votes s’affichent à part : « salle 7 + gommettes 5 ».',
  handsFor: (number: string, title: string) => `${number} ${title}`,
  second: 'Second vote…',
} as const;

export const votesWords = { part: 'votes', fr: votesFr } as const;
