/** Machines that open a link only to show what it leads to, by their own word. */

/** A word like this wins nothing: whoever says it is shown the teaser. */
const previewers =
  /facebookexternalhit|facebot|twitterbot|slackbot|slack-imgproxy|whatsapp|telegrambot|linkedinbot|discordbot|skypeuripreview|microsoftpreview|googlebot|google-pagerenderer|bingbot|bingpreview|applebot|redditbot|pinterestbot|vkshare|viber|mastodon|bluesky|embedly|iframely|synapse/i;

/** They come before any reader does, so that a gift sent to a chat would be used up by the chat. */
export const isLinkPreview = (userAgent: string): boolean => previewers.test(userAgent);
