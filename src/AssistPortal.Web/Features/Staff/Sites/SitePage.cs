using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's directory settings.</summary>
public sealed record SitePage
{
    public required Site Site { get; init; }

    public required SiteInput Input { get; init; }

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>What came of a test; null where there was none.</summary>
    public DirectoryTestResult? Test { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}
