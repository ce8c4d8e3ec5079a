// Hands a link over to the person's own programs. Pages open beside this one, without a way back into it.
addToLibrary({
  leadlight_opener_open__deps: ['$leadlight_border'],
  /** @param {number} address @param {number} size */
  leadlight_opener_open: (address, size) => {
    const link = document.createElement('a');
    link.href = leadlight_border.text(address, size);
    if (!['https:', 'http:', 'mailto:', 'tel:', 'sms:'].includes(link.protocol)) return;
    if (link.protocol.startsWith('http')) link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.click();
  },
});
