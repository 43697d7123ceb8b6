const KB = 1024;

/** As KakaoTalk writes it: 812B, 34.5KB, 2.10MB. @param bytes whole bytes */
export function fileSize(bytes: number): string {
	if (bytes < KB) return `${bytes}B`;
	if (bytes < KB * KB) return `${(bytes / KB).toFixed(1)}KB`;
	return `${(bytes / KB / KB).toFixed(2)}MB`;
}
