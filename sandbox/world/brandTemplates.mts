import { TemplateShelf } from './templates.mts';
import type { BrandTemplate } from './types.mts';

/** Brand Message templates. They share no codes with AlimTalk: the same code may exist in both. */
export class BrandTemplates extends TemplateShelf<BrandTemplate> {}
