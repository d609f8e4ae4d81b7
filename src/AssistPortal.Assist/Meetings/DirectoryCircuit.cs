using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>
/// Keeps hosts from waiting for a directory that is known to be dead: after one silence, or some broken answers in a row,
/// it fails at once for a while, then one call may try again. A directory that names a time to come back is left alone
/// until then.
/// </summary>
internal sealed class DirectoryCircuit(IClock clock)
{
    public const int MostFailures = 3;

    public static readonly Duration Rest = Duration.FromSeconds(30);

    /// <summary>A directory that asks for more, by mistake perhaps, is asked again after this.</summary>
    public static readonly Duration LongestPause = Duration.FromMinutes(10);

    private readonly Lock gate = new();
    private int failures;
    private Instant retryAt;
    private Instant pausedUntil;
    private bool isTried;

    /// <summary>May the directory be asked now?</summary>
    /// <param name="regardless">Asks a directory that seems dead all the same, because somebody wants to know.</param>
    /// <returns>Whether this call is the one that finds out if the directory is back.</returns>
    /// <exception cref="DirectoryException">It may not.</exception>
    public bool Enter(bool regardless)
    {
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            if (now < pausedUntil)
            {
                throw new DirectoryException(DirectoryFault.Busy);
            }

            if (failures < MostFailures || regardless)
            {
                return false;
            }

            if (now < retryAt || isTried)
            {
                throw new DirectoryException(DirectoryFault.Unavailable);
            }

            return isTried = true;
        }
    }

    /// <summary>The directory has given an answer, be it a refusal.</summary>
    public void Answered(bool wasTrial)
    {
        lock (gate)
        {
            failures = 0;
            isTried &= !wasTrial;
        }
    }

    /// <param name="wasTrial">Whether this call was to find out if the directory is back.</param>
    /// <param name="isSilent">Whether it gave no answer at all: then the next host does not wait for it either.</param>
    public void Failed(bool wasTrial, bool isSilent)
    {
        lock (gate)
        {
            failures = isSilent ? MostFailures : Math.Min(failures + 1, MostFailures);
            retryAt = clock.GetCurrentInstant() + Rest;
            isTried &= !wasTrial;
        }
    }

    /// <summary>Whoever asked has gone before anything was known.</summary>
    public void Abandoned(bool wasTrial)
    {
        lock (gate)
        {
            isTried &= !wasTrial;
        }
    }

    public void Pause(Duration wait)
    {
        lock (gate)
        {
            pausedUntil = clock.GetCurrentInstant() + Duration.Min(wait, LongestPause);
        }
    }
}
