/**
 * A strip of tabs that scrolls sideways on a phone: one stop for Tab, arrows between tabs, and the
 * selected one always in view. {@link TabPanel} is what they show; both share a `name`.
 */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Hue } from './avatar.tsx';
import './tabs.css';

interface TabItem<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly hue?: Hue;
}

export interface TabsProps<Id extends string> {
  /** Ties tabs and panels; unique in the page, no space. */
  readonly name: string;
  /** What the tabs choose between. */
  readonly label: string;
  readonly tabs: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

export function Tabs<Id extends string>({ name, label, tabs, selected, onSelect }: TabsProps<Id>) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = strip.current?.querySelector(`#${CSS.escape(tabId(name, selected))}`);
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [name, selected]);

  const step = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const from = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[move(from, tabs.length)];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(tabId(name, next.id))?.focus();
  };

  return (
    <div className="tabs" role="tablist" aria-label={label} ref={strip}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          className="tab"
          role="tab"
          id={tabId(name, tab.id)}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId(name, tab.id) : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          data-hue={tab.hue}
          onClick={() => onSelect(tab.id)}
          onKeyDown={step}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

export interface TabPanelProps {
  readonly name: string;
  /** Id of the tab that shows it; only the selected one is rendered. */
  readonly tab: string;
  readonly children: ReactNode;
}

export function TabPanel({ name, tab, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={panelId(name, tab)} aria-labelledby={tabId(name, tab)} tabIndex={-1}>
      {children}
    </div>
  );
}

/** From a key to the next index among `count`, going round. */
const moves: Readonly<Record<string, (from: number, count: number) => number>> = {
  ArrowRight: (from, count) => (from + 1) % count,
  ArrowLeft: (from, count) => (from - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const tabId = (name: string, tab: string) => `${name}-tab-${tab}`;
const panelId = (name: string, tab: string) => `${name}-panel-${tab}`;
