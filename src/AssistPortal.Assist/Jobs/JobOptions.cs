using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Jobs;

/// <summary>Settings under <c>Jobs</c>.</summary>
internal sealed class JobOptions
{
    /// <summary>For how many days a job can be looked at after it has begun.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 90;
}
