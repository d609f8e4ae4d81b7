namespace AssistPortal.Web.Features.Layout;

/// <summary>The files of a page's head.</summary>
/// <param name="IsDesk">Whether somebody works here: staff, producers, and who has trials.</param>
/// <param name="IsTrials">Whether trials are shown.</param>
internal sealed record SiteFiles(bool IsDesk, bool IsTrials);
