import { late } from '../browser/late.ts';

/**
 * Every part of the page that is fetched when it is first wanted, in one table. Nothing that the
 * first page imports may import the file of such a part too, or it would travel with the page.
 */
export const PARTS = {
  /** Read by few, and bound by law to be there. */
  accessibility: () => import('./accessibility-page.tsx').then((f) => f.AccessibilityPage),
  actionSheet: () => import('../features/action-sheet/action-sheet.tsx').then((f) => f.ActionSheet),
  agenda: () => import('../features/agenda/agenda-dialog.tsx').then((f) => f.AgendaDialog),
  cardVotes: () => import('../features/votes/card-votes.tsx').then((f) => f.CardVotes),
  closed: () => import('./closed-page.tsx').then((f) => f.ClosedPage),
  cockpit: () => import('../features/cockpit/cockpit.tsx').then((f) => f.Cockpit),
  deal: () => import('../features/groups/deal-view.tsx').then((f) => f.DealView),
  deviceBand: () => import('../features/kept/device-band.tsx').then((f) => f.DeviceBand),
  entry: () => import('../features/join/entry-screen.tsx').then((f) => f.EntryScreen),
  export: () => import('../features/export/export-dialog.tsx').then((f) => f.ExportDialog),
  filterPanel: () => import('../features/finding/filter-panel.tsx').then((f) => f.FilterPanel),
  focusBand: () => import('../features/step/focus-band.tsx').then((f) => f.FocusBand),
  foundBand: () => import('../features/finding/found-band.tsx').then((f) => f.FoundBand),
  frame: () => import('../features/frame/frame-dialog.tsx').then((f) => f.FrameDialog),
  groupsPanel: () => import('../features/groups/groups-panel.tsx').then((f) => f.GroupsPanel),
  /** Late for those whom a link takes straight to a workshop: that is most people, every time. */
  home: () => import('./home-page.tsx').then((f) => f.HomePage),
  ideasColumn: () => import('../features/ideas/ideas-column.tsx').then((f) => f.IdeasColumn),
  ideasWatch: () => import('../features/ideas/ideas-watch.tsx').then((f) => f.IdeasWatch),
  /** Who comes back has said who they are: the board waits for no form. */
  joinForm: () => import('../features/join/join-form.tsx').then((f) => f.JoinForm),
  keptBand: () => import('../features/kept/kept-band.tsx').then((f) => f.KeptBand),
  keys: () => import('./keys-dialog.tsx').then((f) => f.KeysDialog),
  links: () => import('../features/join/links-window.tsx').then((f) => f.LinksWindow),
  merging: () => import('../features/merge/merging.tsx').then((f) => f.Merging),
  myGroup: () => import('../features/groups/my-group.tsx').then((f) => f.MyGroup),
  mySheetMark: () => import('../features/step/my-sheets.tsx').then((f) => f.MySheetMark),
  mySheets: () => import('../features/step/my-sheets.tsx').then((f) => f.MySheets),
  people: () => import('../features/board/people-window.tsx').then((f) => f.PeopleWindow),
  priority: () => import('../features/frame/priority-dialog.tsx').then((f) => f.PriorityDialog),
  startList: () => import('../features/frame/start-list.tsx').then((f) => f.StartList),
  synthesis: () => import('../features/synthesis/synthesis.tsx').then((f) => f.Synthesis),
  table: () => import('../features/import/table-dialog.tsx').then((f) => f.TableDialog),
  voteBand: () => import('../features/votes/vote-band.tsx').then((f) => f.VoteBand),
  voice: () => import('../features/step/voice.tsx').then((f) => f.Voice),
  votesPanel: () => import('../features/votes/votes-panel.tsx').then((f) => f.VotesPanel),
  whoQuestion: () => import('../features/join/who-question.tsx').then((f) => f.WhoQuestion),
};

// Each is known as one of those to fetch while there is time.
for (const part of Object.values(PARTS)) late<unknown>(part);
