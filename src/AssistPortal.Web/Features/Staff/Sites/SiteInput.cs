using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site's directory settings as typed.</summary>
public sealed class SiteInput
{
    public string? DirectoryKind { get; set; }

    public string? ScheduleChange { get; set; }

    public string? SchedulingPage { get; set; }

    /// <summary>The site's version as the form was made.</summary>
    public string? Version { get; set; }

    public static SiteInput From(Site site) => new()
    {
        DirectoryKind = $"{site.DirectoryKind}",
        ScheduleChange = $"{site.ScheduleChange}",
        SchedulingPage = site.SchedulingPage,
        Version = $"{site.Version}",
    };

    /// <summary>The settings; the form has passed <see cref="SiteValidator"/>.</summary>
    public DirectorySettings Read() => new(
        Enum.Parse<DirectoryKind>(DirectoryKind!),
        Enum.Parse<ScheduleChange>(ScheduleChange!),
        Tolerant.Code(SchedulingPage) is { Length: > 0 } page ? page : null);
}
