import type { BrandService } from '../../contract';
import { isBrand } from '../kinds';
import { serviceOf } from '../service';
import { capabilities } from './capabilities';
import { template, templates } from './templates';
import { upload } from './upload';
import { toWire, weightOnWire } from './wire';

/** Brand Messages (BMS) of SOLAPI: free-form and from templates, in the same groups as AlimTalk. */
export const brand: BrandService = {
	...serviceOf({ toWire, weightOf: weightOnWire, owns: isBrand }),
	capabilities,
	templates,
	template,
	upload,
};
