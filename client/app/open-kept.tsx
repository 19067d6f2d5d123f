/** Where nobody answers at the door: the way to what this device has kept, for each whom it knows there. */
import { continueAs } from '../entry/who.ts';
import { type OpenedWorkshop, peopleOf, setTabRole } from '../state/device.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';

interface OpenKeptProps {
  /** Of somebody at least: `peopleOf` is not empty. */
  readonly workshop: OpenedWorkshop;
  /** They have said who they are. */
  readonly onOpen?: () => void;
}

function OpenKept({ workshop, onOpen }: OpenKeptProps) {
  const { app, common } = useWords();
  return peopleOf(workshop).map((person, index) => (
    <Button
      key={person.personId}
      variant={index === 0 ? 'primary' : 'outline'}
      translate="no"
      onClick={() => {
        setTabRole(workshop.boardId, workshop.role);
        continueAs(workshop, person);
        onOpen?.();
      }}
    >
      {app.openKept(person.name || common.observer)}
    </Button>
  ));
}

/** Absent where this device knows nobody there. */
export const openKept = (workshop: OpenedWorkshop | undefined, onOpen?: () => void) =>
  workshop &&
  peopleOf(workshop).length > 0 && <OpenKept workshop={workshop} {...(onOpen && { onOpen })} />;
