/** Pages of the OpenDocument annex: a cover, then numbered ones. */
import type { Document, Footer } from './document/blocks.ts';
import { PAGE, TEXT_WIDTH } from './document/look.ts';
import { el, xmlText } from './xml.ts';

/** The cover has no footer; the page after it is the first of the others. */
export function pagesXml({ footer }: Document): string {
  const foot = el('style:header-footer-properties', {
    'fo:min-height': `${PAGE.bottom - PAGE.footer}mm`,
    'fo:margin-top': '5mm',
  });
  const styles = [
    pageLayout('Plain', PAGE.bottom, ''),
    pageLayout('Numbered', PAGE.footer, el('style:footer-style', {}, foot)),
    footerLineStyle,
  ];
  const pages = [
    el('style:master-page', {
      'style:name': 'Cover',
      'style:page-layout-name': 'Plain',
      'style:next-style-name': 'Standard',
    }),
    el(
      'style:master-page',
      { 'style:name': 'Standard', 'style:page-layout-name': 'Numbered' },
      el('style:footer', {}, footerLine(footer)),
    ),
  ];
  return (
    el('office:automatic-styles', {}, styles.join('')) +
    el('office:master-styles', {}, pages.join(''))
  );
}

function pageLayout(name: string, bottom: number, foot: string): string {
  const properties = el('style:page-layout-properties', {
    'fo:page-width': `${PAGE.width}mm`,
    'fo:page-height': `${PAGE.height}mm`,
    'style:print-orientation': 'portrait',
    'fo:margin-top': `${PAGE.top}mm`,
    'fo:margin-bottom': `${bottom}mm`,
    'fo:margin-left': `${PAGE.side}mm`,
    'fo:margin-right': `${PAGE.side}mm`,
  });
  return el('style:page-layout', { 'style:name': name }, properties + foot);
}

const footerLineStyle = el(
  'style:style',
  {
    'style:name': 'FooterLine',
    'style:family': 'paragraph',
    'style:parent-style-name': 'Footer',
  },
  el(
    'style:paragraph-properties',
    {},
    el(
      'style:tab-stops',
      {},
      el('style:tab-stop', { 'style:position': `${TEXT_WIDTH}mm`, 'style:type': 'right' }),
    ),
  ),
);

function footerLine({ about, page, of }: Footer): string {
  const number = el('text:page-number', { 'text:select-page': 'current' });
  return el(
    'text:p',
    { 'text:style-name': 'FooterLine' },
    `${xmlText(about)}${el('text:tab')}${xmlText(page)} ${number} ${xmlText(of)} ${el('text:page-count')}`,
  );
}
