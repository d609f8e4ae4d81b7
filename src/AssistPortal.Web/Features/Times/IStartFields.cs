namespace AssistPortal.Web.Features.Times;

/// <summary>The fields of a start on a wall clock. The names are a public contract.</summary>
public interface IStartFields
{
    /// <summary>yyyy-MM-dd.</summary>
    string? StartDate { get; set; }

    /// <summary>HH:mm, on a quarter hour.</summary>
    string? StartTime { get; set; }

    /// <summary>Which of two equal times is meant when clocks go back: earlier or later.</summary>
    string? Fold { get; set; }
}
