using System.Runtime.CompilerServices;
using Microsoft.Extensions.Localization;

[assembly: InternalsVisibleTo("AssistPortal.UnitTests")]
[assembly: InternalsVisibleTo("AssistPortal.IntegrationTests")]
[assembly: ResourceLocation("Texts")]
