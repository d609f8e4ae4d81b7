using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Mail;

/// <summary>Settings under <c>Mail:Retry</c>: when a mail that failed in passing is tried again.</summary>
public sealed class RetryOptions
{
    private static readonly TimeSpan[] Usual =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(120)];

    private IReadOnlyList<TimeSpan>? waits;

    /// <summary>The first waits, one after each attempt.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get => waits ?? Usual;
        set => waits = value;
    }

    /// <summary>Every further wait.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan Later { get; set; } = TimeSpan.FromHours(4);

    /// <summary>All waits together; then the mail is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(4);
}
