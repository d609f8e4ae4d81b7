using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Data.Work;

/// <summary>Settings under <c>Work</c>.</summary>
internal sealed class WorkOptions
{
    /// <summary>
    /// For how many seconds after the start repeated work rests: the first page need not share the processor with a
    /// dozen workers that look for the first time.
    /// </summary>
    [Range(0, 600)]
    public int FirstRoundAfterSeconds { get; set; } = 5;
}
