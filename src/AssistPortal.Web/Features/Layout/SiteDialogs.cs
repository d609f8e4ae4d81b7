namespace AssistPortal.Web.Features.Layout;

/// <summary>The dialogs that stand on every page, and what opens them.</summary>
/// <param name="IsSignedIn">Whether there is a session that may end.</param>
/// <param name="IsStaff">Whether there are keys to press, and things to find.</param>
internal sealed record SiteDialogs(bool IsSignedIn, bool IsStaff);
