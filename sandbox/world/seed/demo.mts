import type { BrandTemplates } from '../brandTemplates.mts';
import type { Images } from '../images.mts';
import type { Phones } from '../phones.mts';
import type { Templates } from '../templates.mts';
import { demoBrandTemplates } from './brandTemplates.mts';
import { DEMO_PHONES } from './phones.mts';
import { seedPictures } from './pictures.mts';
import { DEMO_TEMPLATES } from './templates.mts';

/** The parts of the world that the demo fills. */
interface Fillable {
	templates: Templates;
	brandTemplates: BrandTemplates;
	phones: Phones;
	images: Images;
}

/** Pictures, and the templates that show them: they need the address at which pictures are served. */
export function seedDemoPictures({ images, brandTemplates }: Fillable): void {
	const urls = new Map(seedPictures(images).map((image) => [image.id, image.url]));
	for (const template of demoBrandTemplates((id) => urls.get(`demo-${id}`) ?? '')) brandTemplates.add(template);
}

/** Everything the demo account has from the start, but for its channels. */
export function seedDemo(world: Fillable): void {
	for (const template of DEMO_TEMPLATES) world.templates.add(template);
	for (const phone of DEMO_PHONES) world.phones.set(phone);
	if (world.images.base) seedDemoPictures(world);
}
