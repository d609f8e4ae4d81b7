namespace AssistPortal.Web.Features.Staff.Jobs;

/// <summary>Which lines of a job are shown.</summary>
public sealed class JobLinesInput
{
    /// <summary>One of <see cref="JobReader.Parts"/>; all of them where it is none.</summary>
    public string? Show { get; set; }

    /// <summary>Page of the lines, from 1.</summary>
    public string? Page { get; set; }
}
