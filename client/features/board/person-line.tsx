/** One person of the workshop; what facilitators may do about them unfolds below. */
import { type FormEvent, useRef, useState } from 'react';
import type { PersonView } from '../../../shared/session/present.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { changeSomebody, removeSomebody } from '../../entry/access.ts';
import type { OpenedWorkshop } from '../../state/device.ts';
import { useBoard, useLedWorkshop, useSession } from '../../state/hooks.ts';
import { hueOfPerson, originOf } from '../../state/people.ts';
import { useHeldText } from '../../state/use-held-text.ts';
import { useSending } from '../../state/use-sending.ts';
import { useWords } from '../../state/words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Question } from '../../ui/question.tsx';
import { PersonWork } from './person-work.tsx';

export interface PersonLineProps {
  readonly person: PersonView;
  /** What was done about them, in words. */
  readonly onSaid: (sentence: string) => void;
  /** Just before they leave the list. */
  readonly onGone: () => void;
}

export function PersonLine({ person, onSaid, onGone }: PersonLineProps) {
  const { board: t, common } = useWords();
  const access = useWords(accessWords);
  const workshop = useLedWorkshop();
  const isMe = useSession((session) => session?.me === person.id);
  const origin = useBoard((board) => originOf(board, person));
  const [open, setOpen] = useState(false);
  const name = person.name || common.somebody;
  const isAway = person.clients.length === 0;
  return (
    <li className="people-line" data-away={isAway ? '' : undefined}>
      <Avatar name={name} hue={hueOfPerson(person.id)} size="small" />
      <span>
        <strong translate="no">{name}</strong>
        {isMe && ` (${t.you})`}
        {isAway && ` — ${t.away}`}
        <span className="people-origin" translate="no">
          {origin ?? common[person.role]}
          {origin && person.role === 'facilitator' && ` · ${common.facilitator}`}
        </span>
      </span>
      {workshop && (
        <Button
          variant="quiet"
          size="small"
          aria-expanded={open}
          aria-description={access.manageNamed(name)}
          onClick={() => setOpen(!open)}
        >
          {access.manage}
        </Button>
      )}
      {workshop && open && (
        <PersonTools workshop={workshop} person={person} onSaid={onSaid} onGone={onGone} />
      )}
    </li>
  );
}

/** Renaming, handing the facilitation over or taking it back, removing: asked before, said after. */
interface PersonToolsProps extends PersonLineProps {
  readonly workshop: OpenedWorkshop;
}

type Deed = 'handOver' | 'takeBack' | 'remove';

// One row of tools, each with the question it asks first.
function PersonTools({ workshop, person, onSaid, onGone }: PersonToolsProps) {
  const { common } = useWords();
  const access = useWords(accessWords);
  const name = person.name || common.somebody;
  const isMe = useSession((session) => session?.me === person.id);
  const typed = useHeldText(
    { screen: 'people', key: person.id, field: access.newName, about: () => name },
    person.name ?? '',
  );
  const [asked, setAsked] = useState<Deed | undefined>(undefined);
  const tools = useRef<HTMLDivElement>(null);
  const { id } = person;
  const { busy, problem, send } = useSending();

  const tell = async (request: ReturnType<typeof changeSomebody>, said: string) => {
    const { ok } = await send(request);
    if (ok) onSaid(said);
    return ok;
  };
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { text } = typed;
    void tell(changeSomebody(workshop, id, { name: text }), access.renamed(text.trim())).then(
      (done) => done && typed.sent(),
    );
  };
  const settle = () => {
    // Before the question leaves with the focus in it.
    tools.current?.querySelector('button')?.focus();
    setAsked(undefined);
  };
  const DO: Readonly<Record<Deed, () => Promise<boolean>>> = {
    handOver: () =>
      tell(changeSomebody(workshop, id, { role: 'facilitator' }), access.handedOver(name)),
    takeBack: () =>
      tell(changeSomebody(workshop, id, { role: 'participant' }), access.takenBack(name)),
    remove: () => tell(removeSomebody(workshop, id), access.removed(name)),
  };
  const act = async (deed: Deed) => {
    const done = await DO[deed]();
    settle();
    if (done && deed === 'remove') onGone();
  };
  const deeds: readonly Deed[] = [
    ...(person.role === 'participant' ? (['handOver'] as const) : []),
    ...(person.role === 'facilitator' ? (['takeBack'] as const) : []),
    // Leaving oneself is in the menu.
    ...(isMe ? [] : (['remove'] as const)),
  ];

  return (
    <div className="person-tools">
      <form className="person-rename" noValidate onSubmit={rename}>
        <TextField
          label={access.newName}
          value={typed.text}
          autoComplete="off"
          onChange={(event) => typed.write(event.target.value)}
        />
        <Button type="submit" busy={busy && !asked}>
          {access.rename}
        </Button>
      </form>
      <div className="person-deeds" ref={tools}>
        {deeds.map((deed) => (
          <Button key={deed} size="small" onClick={() => setAsked(deed)}>
            {access[deed]}
          </Button>
        ))}
        {person.role !== 'observer' && <PersonWork person={person} name={name} onSaid={onSaid} />}
      </div>
      {problem && <Notice tone="error" title={problem} />}
      {asked && (
        <Question
          key={asked}
          title={access[`${asked}Ask`](name)}
          text={access[`${asked}Text`]}
          translate="no"
        >
          <Button onClick={settle}>{common.cancel}</Button>
          <Button
            variant={asked === 'remove' ? 'danger' : 'primary'}
            busy={busy}
            onClick={() => void act(asked)}
          >
            {access[asked]}
          </Button>
        </Question>
      )}
    </div>
  );
}
