namespace AssistPortal.Trials.Timekeeping;

/// <summary>What time does with trials: steps that are due, and the mails that they ask for.</summary>
public sealed class TrialClock
{
    private readonly TrialSteps steps;
    private readonly NoticeBatch notices;

    internal TrialClock(TrialSteps steps, NoticeBatch notices) => (this.steps, this.notices) = (steps, notices);

    /// <summary>Returns when nothing is due any more, but for what another server is just at.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <param name="mayEnd">Whether trials may end, which nothing brings back.</param>
    /// <returns>How much there was.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken, bool mayEnd = true)
    {
        var (all, done) = (0, 0);
        do
        {
            done = await steps.TakeDueAsync(cancellationToken, mayEnd)
                + await notices.WriteDueAsync(cancellationToken);
            all += done;
        }
        while (done > 0);
        return all;
    }
}
