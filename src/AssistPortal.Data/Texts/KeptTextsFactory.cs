using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Texts;

/// <summary>The framework's resources, their words kept.</summary>
internal sealed class KeptTextsFactory(IOptions<LocalizationOptions> options, ILoggerFactory loggers)
    : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory resources = new(options, loggers);
    private readonly ConcurrentDictionary<Type, KeptTexts> kept = new();

    public IStringLocalizer Create(Type resourceSource) =>
        kept.GetOrAdd(resourceSource, source => new KeptTexts(resources.Create(source)));

    public IStringLocalizer Create(string baseName, string location) => resources.Create(baseName, location);
}
