/** Pages of the OpenDocument annex: a cover, then numbered ones. */
import type { Document } from './document/blocks.ts';
import { PAGE, TEXT_WIDTH } from './document/look.ts';
import { type Xml, xml } from './xml.ts';

/** The cover has no footer; the page after it is the first of the others. */
export const pagesXml = ({ footer: { about, page, of } }: Document): Xml => xml`
  <office:automatic-styles>
    ${pageLayout('Plain', PAGE.bottom)}
    ${pageLayout('Numbered', PAGE.footer, footerLayout)}
    <style:style style:name="FooterLine" style:family="paragraph" style:parent-style-name="Footer">
      <style:paragraph-properties><style:tab-stops>
        <style:tab-stop style:position="${TEXT_WIDTH}mm" style:type="right"/>
      </style:tab-stops></style:paragraph-properties>
    </style:style>
  </office:automatic-styles>
  <office:master-styles>
    <style:master-page style:name="Cover" style:page-layout-name="Plain"
      style:next-style-name="Standard"/>
    <style:master-page style:name="Standard" style:page-layout-name="Numbered">
      <style:footer><text:p text:style-name="FooterLine">
        ${about}<text:tab/>
        ${page} <text:page-number text:select-page="current"/> ${of} <text:page-count/>
      </text:p></style:footer>
    </style:master-page>
  </office:master-styles>`;

const footerLayout = xml`<style:footer-style>
  <style:header-footer-properties fo:min-height="${PAGE.bottom - PAGE.footer}mm"
    fo:margin-top="5mm"/>
</style:footer-style>`;

const pageLayout = (name: string, bottom: number, footer?: Xml): Xml =>
  xml`<style:page-layout style:name="${name}">
    <style:page-layout-properties fo:page-width="${PAGE.width}mm" fo:page-height="${PAGE.height}mm"
      style:print-orientation="portrait" fo:margin-top="${PAGE.top}mm"
      fo:margin-bottom="${bottom}mm" fo:margin-left="${PAGE.side}mm"
      fo:margin-right="${PAGE.side}mm"/>
    ${footer}
  </style:page-layout>`;
