import type { Images, ImageKind, StoredImage } from '../images.mts';

interface Drawing {
	id: string;
	kind: ImageKind;
	width: number;
	height: number;
	colours: readonly [string, string];
	shape: keyof typeof SHAPES;
}

/** Drawn in a box of 100 x 100. */
const SHAPES = {
	bag: 'M22 38h56l6 54H16zM36 38v-8a14 14 0 0 1 28 0v8h-6v-8a8 8 0 0 0-16 0v8z',
	cup: 'M20 30h48v8h6a14 14 0 0 1 0 30h-8a24 24 0 0 1-46-10zm48 14v18h5a9 9 0 0 0 0-18zM18 86h56v6H18z',
	shirt: 'M34 14h9a8 8 0 0 0 14 0h9l22 16-10 16-10-6v48H32V40l-10 6-10-16z',
	lamp: 'M30 14h40l14 38H16zM47 52h6v30h-6zM30 82h40v8H30z',
	gift: 'M14 34h32v14H14zm40 0h32v14H54zM20 52h26v38H20zm34 0h26v38H54zM50 32C32 32 28 12 40 12c7 0 9 10 10 14 1-4 3-14 10-14 12 0 8 20-10 20z',
} as const;

const drawing = (id: string, kind: ImageKind, size: readonly [number, number], shape: Drawing['shape'], ...colours: [string, string]): Drawing => ({
	id: `demo-${id}`, kind, width: size[0], height: size[1], colours, shape,
});

const DRAWINGS: readonly Drawing[] = [
	drawing('new', 'basic', [800, 400], 'shirt', '#ffd36e', '#ff8f70'),
	drawing('product', 'basic', [800, 600], 'lamp', '#c9d6ff', '#7f9cf5'),
	drawing('video', 'basic', [800, 400], 'shirt', '#3a3d5c', '#7367f0'),
	drawing('event', 'wide', [800, 600], 'gift', '#f6a6c1', '#c06c9a'),
	drawing('list-main', 'wideItemMain', [1000, 500], 'bag', '#9be7c4', '#3aa17e'),
	drawing('list-cup', 'wideItemSub', [500, 500], 'cup', '#ffe3b3', '#f2a65a'),
	drawing('list-shirt', 'wideItemSub', [500, 500], 'shirt', '#bfe3ff', '#5aa9e6'),
	drawing('list-lamp', 'wideItemSub', [500, 500], 'lamp', '#e5d4ff', '#a06cd5'),
	drawing('feed-cup', 'carouselFeed', [800, 600], 'cup', '#fbe0c3', '#d98e5f'),
	drawing('feed-gift', 'carouselFeed', [800, 600], 'gift', '#d3f8e2', '#5fb49c'),
	drawing('shop-head', 'carouselCommerce', [800, 600], 'bag', '#ffcf56', '#f08a4b'),
	drawing('shop-lamp', 'carouselCommerce', [800, 600], 'lamp', '#e0e7ff', '#8c9eff'),
	drawing('shop-shirt', 'carouselCommerce', [800, 600], 'shirt', '#ffe0e6', '#ff7a93'),
];

function svg({ width, height, colours: [from, to], shape }: Drawing): string {
	const size = Math.min(width, height) * 0.6;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="100%" height="100%" fill="url(#g)"/>
<circle cx="${width * 0.82}" cy="${height * 0.18}" r="${height * 0.36}" fill="#fff" opacity=".18"/>
<circle cx="${width * 0.1}" cy="${height * 0.95}" r="${height * 0.3}" fill="#fff" opacity=".14"/>
<path d="${SHAPES[shape]}" fill="#fff" fill-rule="evenodd" opacity=".92" transform="translate(${(width - size) / 2} ${(height - size) / 2}) scale(${size / 100})"/>
</svg>`;
}

/** Puts the demo's pictures into the store. Drawn as SVG: sharp, tiny, and nobody's photograph. */
export function seedPictures(images: Images): StoredImage[] {
	return DRAWINGS.map((drawn) => {
		const { id, kind, width, height } = drawn;
		const bytes = new TextEncoder().encode(svg(drawn));
		return images.put(id, { name: `${id}.svg`, kind, width, height, format: 'svg', bytes });
	});
}
