using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>Blanks that somebody typed stay blanks: MVC would make them null, and the form would come back empty.</summary>
internal sealed class TypedAsTyped : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.MetadataKind == ModelMetadataKind.Property && context.Key.ModelType == typeof(string))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
