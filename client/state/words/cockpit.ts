/** Words of the cockpit and of the déroulé: fetched with them, so that the first page pays nothing. */
import { cockpitEn } from '../../../shared/text/en/cockpit.ts';
import { type CockpitTexts, cockpitFr } from '../../../shared/text/fr/cockpit.ts';
import { usePreferences } from '../hooks.ts';

export const useWords = (): CockpitTexts =>
  usePreferences().language === 'en' ? cockpitEn : cockpitFr;
