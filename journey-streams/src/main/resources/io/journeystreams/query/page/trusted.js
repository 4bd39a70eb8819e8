/*
 * Browsers that know trusted types refuse markup made from text on this page. The chart library empties its container that way once; nothing
 * else is let through, so no text from outside can ever become markup.
 */
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML: (text) => (text === '' ? '' : null),
  });
}
