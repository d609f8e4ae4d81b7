using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace AssistPortal.Mail;

/// <summary>Settings under <c>Mail:Retry</c>: when a mail that failed in passing is tried again.</summary>
public sealed class RetryOptions : IValidatableObject
{
    private static readonly TimeSpan[] Usual =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(120)];

    internal static readonly Duration LongestWait = Duration.FromDays(2);

    /// <summary>The first waits, one after each attempt; none takes 1, 5, 30 and 120 minutes.</summary>
    // Settings are added to what stands here, so the usual ones don't.
    public IReadOnlyList<TimeSpan> Waits { get; set; } = [];

    /// <summary>Every further wait.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "2.00:00:00")]
    public TimeSpan Later { get; set; } = TimeSpan.FromHours(4);

    /// <summary>All waits together; then the mail is given up.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(4);

    internal IReadOnlyList<TimeSpan> FirstWaits => Waits.Count > 0 ? Waits : Usual;

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Waits.Any(wait => wait <= TimeSpan.Zero))
        {
            yield return new ValidationResult("Mail:Retry:Waits holds a wait that is not positive.", [nameof(Waits)]);
        }

        if (Waits.Any(wait => wait > LongestWait.ToTimeSpan()))
        {
            yield return new ValidationResult(
                "Mail:Retry:Waits holds a wait of more than two days.", [nameof(Waits)]);
        }
    }
}
