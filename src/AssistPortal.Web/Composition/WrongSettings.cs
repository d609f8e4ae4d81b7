using AssistPortal.Data.Settings;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Gathers what is wrong with the settings: an operator who gets them told one by one starts the portal as often.
/// </summary>
internal sealed class WrongSettings
{
    private readonly List<string> sentences = [];

    /// <summary>Reads something that settings say, and goes on where that can't be.</summary>
    public void Note(Action read)
    {
        try
        {
            read();
        }
        catch (PortalStartException wrong)
        {
            sentences.AddRange(wrong.Sentences);
        }
    }

    /// <inheritdoc cref="Note(Action)"/>
    /// <param name="read">Reads it.</param>
    /// <param name="otherwise">What stands for it until the start ends by that.</param>
    public T Note<T>(Func<T> read, T otherwise)
    {
        var value = otherwise;
        Note(() => { value = read(); });
        return value;
    }

    /// <summary>Checks all sections; then there is either nothing wrong or no start.</summary>
    /// <exception cref="PortalStartException">Something is wrong.</exception>
    public void ThrowIfAny(IServiceProvider services)
    {
        sentences.AddRange(services.GetServices<ISettingsSection>().SelectMany(section => section.FaultsIn(services)));
        if (sentences.Count > 0)
        {
            throw new PortalStartException([.. sentences.Distinct(StringComparer.Ordinal)]);
        }
    }
}
